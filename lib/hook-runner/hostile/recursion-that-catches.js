// Calls itself again each time that the stack ran out.
// Ends as: cpu-limit | threw | answer "deep" | memory-limit
function (ctx, callback) {
  let left = 1e6;
  (function deep() { try { deep(); } catch (error) { if (left-- > 0) deep(); } })();
  callback(null, 'deep');
}
