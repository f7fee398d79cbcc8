// Asks for buffers, each larger than the last.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { const all = []; for (let size = 1 << 20; ; size *= 2) all.push(new ArrayBuffer(size)); }
