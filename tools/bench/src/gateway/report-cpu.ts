// Preloaded into a measured server: says over IPC what it has cost so far. Everything else of the server is as its users have it.
process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ whole: process.cpuUsage(), main: process.threadCpuUsage() })
})
process.channel?.unref()
