// Calls back ten thousand times.
// Ends as: answer 0
function (ctx, callback) { for (let i = 0; i < 10000; i++) callback(null, i); }
