/* Days as whole numbers, as timeline/model/calendar.py counts them: proleptic Gregorian,
   astronomical years, 0001-01-01 is 1. JavaScript's Date is not used: it knows time zones. */

const ISO = /^([+-]?\d{4,})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d)(?::(\d\d))?)?/;
const DAYS_A_YEAR = 365.2425;

/** @param {number} year @param {number} month @param {number} day */
export const dayNumber = (year, month, day) => {
  const shifted = year - (month < 3 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 305;
};

/** Return the year, month and day of a day's number.
 * @param {number} number @returns {[number, number, number]} */
export const civil = (number) => {
  const days = number + 305;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return [era * 400 + yearOfEra + (month < 3 ? 1 : 0), month, day];
};

/** @param {number} number */
export const iso = (number) => {
  const [year, month, day] = civil(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, "0");
  return `${sign}${digits}-${two(month)}-${two(day)}`;
};

/** Return a place on the chart's axis, which has ISO dates or astronomical years, as a day with its
 * fraction; null where it is neither.
 * @param {unknown} value @returns {number | null} */
export const fromAxis = (value) => {
  const plain = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) && !/^\d{4}$/.test(value);
  if (typeof value === "number" || plain) {
    const years = Number(value);
    const year = Math.floor(years);
    return dayNumber(year, 1, 1) + (years - year) * DAYS_A_YEAR;
  }
  const found = ISO.exec(String(value));
  if (!found) return /^-?\d{4}$/.test(String(value)) ? dayNumber(Number(value), 1, 1) : null;
  const [, year, month, day = 1, hour = 0, minute = 0] = found;
  return (
    dayNumber(Number(year), Number(month), Number(day)) + Number(hour) / 24 + Number(minute) / 1440
  );
};

/** Return the day that an ISO date names, null where it is none.
 * @param {string | null} text */
export const parse = (text) => (ISO.test(text || "") ? Math.floor(Number(fromAxis(text))) : null);
