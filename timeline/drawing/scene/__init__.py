"""The scene: what is visible, packed, labelled and folded, without a colour."""
