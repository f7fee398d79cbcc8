// toJSON throws a thing that is no error.
// Ends as: answer-not-json
function (ctx, callback) { callback(null, { toJSON() { throw null; } }); }
