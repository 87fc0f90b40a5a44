/**
 * Starts and stops one process: {@link im.monarch.runtime.launch.Launch} brings up Vert.x, the
 * store, the {@link im.monarch.runtime.launch.Role roles} and the management listener, in this
 * order, and takes them down again. Knows no server by name.
 */
package im.monarch.runtime.launch;
