// Blocks the thread by waiting on shared memory.
// Ends as: threw | answer "timed-out" | cpu-limit
function (ctx, callback) {
  callback(null, Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000));
}
