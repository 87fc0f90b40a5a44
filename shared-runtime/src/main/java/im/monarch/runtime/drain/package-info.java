/**
 * How a process ends that people still use: {@link im.monarch.runtime.drain.Drain} lets nobody new
 * in, sees to it that those who are there leave in good order, and says when they have. What that
 * means for a server is said by its {@link im.monarch.runtime.drain.Drainable}.
 */
package im.monarch.runtime.drain;
