// Throws an error that has lost its stack.
// Ends as: threw
function (ctx, callback) { const error = new Error('bare'); delete error.stack; error.stack = { toString() { for (;;) {} } }; throw error; }
