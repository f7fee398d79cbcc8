// A getter that never returns, met while the answer is read.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, { get email() { for (;;) {} } }); }
