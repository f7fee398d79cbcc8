// A sort of a huge list, which never asks for the time.
// Ends as: cpu-limit | memory-limit | answer 1
function (ctx, callback) {
  const list = new Float64Array(3e6);
  for (let round = 0; round < 50; round++) { list.forEach((_, i) => { list[i] = -i; }); list.sort(); }
  callback(null, 1);
}
