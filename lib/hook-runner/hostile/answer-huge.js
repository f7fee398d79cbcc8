// Two mebibytes of text.
// Ends as: answer-too-large
function (ctx, callback) { callback(null, { text: 'x'.repeat(2 * 1024 * 1024) }); }
