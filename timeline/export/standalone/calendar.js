/* Years and months as days, by the table that comes with the page: years of one cycle of the
   calendar, and the months of a short and of a long year. Nothing here knows how long they are. */

/** @typedef {{ origin: number, cycle: number, years: number[], months: [number[], number[]] }} Calendar
 * `origin` is the first day of year 0, `cycle` the days after which years come again, `years` where
 * each of a cycle begins, `months` where each of a year does. */

/** Return the first day of a year.
 * @param {Calendar} calendar @param {number} year */
const yearBegins = ({ origin, cycle, years }, year) => {
  const turn = Math.floor(year / years.length);
  return origin + turn * cycle + years[year - turn * years.length];
};

/** Return the first day of a month.
 * @param {Calendar} calendar @param {number} year @param {number} month 1 to 12 */
export const monthBegins = (calendar, year, month) => {
  const first = yearBegins(calendar, year);
  const { months } = calendar;
  const shortest = months[0][12];
  const isLong = yearBegins(calendar, year + 1) - first > shortest;
  return first + months[isLong ? 1 : 0][month - 1];
};

/** Return the year of a place in time.
 * @param {Calendar} calendar @param {number} day with its fraction */
export const yearOf = ({ origin, cycle, years }, day) => {
  const turn = Math.floor((day - origin) / cycle);
  const within = day - origin - turn * cycle;
  return turn * years.length + years.findLastIndex((first) => first <= within);
};
