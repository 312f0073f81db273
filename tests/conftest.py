"""What every test shares."""

from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of the code: benchmarks measure that.
settings.register_profile("timeline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("timeline")
