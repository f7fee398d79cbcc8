// Fills the memory while the text is being evaluated.
// Ends as: memory-limit | cpu-limit
(function () { var list = []; for (;;) list.push(new Array(10000).fill('x')); })()
