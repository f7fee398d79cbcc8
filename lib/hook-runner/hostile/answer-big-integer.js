// A big integer.
// Ends as: answer-not-json
function (ctx, callback) { callback(null, { id: 1n }); }
