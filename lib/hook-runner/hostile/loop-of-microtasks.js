// The same with queueMicrotask.
// Ends as: cpu-limit
function (ctx, callback) { (function again() { queueMicrotask(again); })(); }
