// Few characters, many bytes.
// Ends as: answer-too-large
function (ctx, callback) { callback(null, '\u20ac'.repeat(400 * 1024)); }
