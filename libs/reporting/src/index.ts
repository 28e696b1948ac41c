export * from './calendar/deadline-calendar.js';
export * from './feed/atom-feed.js';
export * from './open-data/json-stat.js';
export * from './open-data/published-table.js';
export * from './open-data/sdmx-csv.js';
