/**
 * What crosses the event bus between the processes of a service, and how they find each other. One
 * address per node and a few for everybody, never one per user: addresses are expensive. The only
 * user of the event bus; messages are JSON, and hints that may be lost.
 */
package im.monarch.runtime.cluster;
