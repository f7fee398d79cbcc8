// Writes its own stack, with a place that is not there.
// Ends as: threw
function (ctx, callback) { const error = new Error('where'); error.stack = '    at host (hook:99999999999999:-1)\n    at x (/etc/passwd:1:1)'; throw error; }
