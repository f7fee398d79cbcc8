// A symbol.
// Ends as: answer-not-json
function (ctx, callback) { callback(null, Symbol('answer')); }
