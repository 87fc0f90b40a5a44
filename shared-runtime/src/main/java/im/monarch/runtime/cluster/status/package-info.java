/**
 * How the processes of a service are, as any one of them can tell: each answers for itself over the
 * event bus.
 */
package im.monarch.runtime.cluster.status;
