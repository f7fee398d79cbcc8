// The plain endless loop.
// Ends as: cpu-limit
function (ctx, callback) { while (true) {} }
