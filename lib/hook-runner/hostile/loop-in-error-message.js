// The message of the error is a getter that never returns.
// Ends as: cpu-limit | refused
function (ctx, callback) { callback({ get message() { for (;;) {} } }); }
