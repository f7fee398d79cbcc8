// Recurses through sort, map and toString.
// Ends as: threw | cpu-limit
function (ctx, callback) {
  (function deep() { [2, 1].sort(() => { [1].map(() => String({ toString: deep })); return 0; }); })();
}
