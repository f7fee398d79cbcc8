// Looks for functions of the host in the frames of a stack.
// Ends as: answer []
function (ctx, callback) {
  const found = [];
  Error.prepareStackTrace = (_error, frames) => {
    for (const frame of frames) {
      for (const name of ['getFunction', 'getThis', 'getTypeName', 'getEvalOrigin']) {
        try {
          const value = frame[name] && frame[name]();
          if (typeof value === 'function' && value !== ctx.hook && value.name === 'host') found.push(name);
        } catch (error) {}
      }
    }
    return '';
  };
  void new Error('look').stack;
  callback(null, found);
}
