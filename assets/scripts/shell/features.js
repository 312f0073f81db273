/* All features that nothing else asks for, each with its buttons and what it listens to. */
import "../features/article/article.js";
import "../features/chart/pinching.js";
import "../features/chart/reports.js";
import "../features/collections/creating.js";
import "../features/editing/bulk.js";
import "../features/editing/own-event.js";
import "../features/exports/exports.js";
import "../features/lists/marking.js";
import "../features/publication-dates/form.js";
import "../features/review/splitting.js";
import "../features/sources/sources.js";
import "../features/uploads/dropping.js";
import "../features/uploads/removing.js";
import "./deciding-keys.js";
import "./keys.js";
import "./theming.js";
