// Makes shared memory, which no other thread may ever see.
// Ends as: answer 1 | threw
function (ctx, callback) { const shared = new SharedArrayBuffer(8); new Uint8Array(shared)[0] = 1; callback(null, new Uint8Array(shared)[0]); }
