// A getter that throws while the answer is read.
// Ends as: answer-not-json
function (ctx, callback) { callback(null, { get email() { throw new Error('no'); } }); }
