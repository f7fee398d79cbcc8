// Breaks a wrapper that is built by pasting text into a template.
// Ends as: answer "`${1}`"
function (ctx, callback) { callback(null, '`${' + 1 + '}`'); }
