// A function.
// Ends as: answer-not-json
function (ctx, callback) { callback(null, function () {}); }
