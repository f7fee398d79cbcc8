// Promise jobs that make promise jobs.
// Ends as: cpu-limit
function (ctx, callback) { (function again() { Promise.resolve().then(again); })(); }
