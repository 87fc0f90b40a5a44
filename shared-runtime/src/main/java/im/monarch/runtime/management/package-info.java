/**
 * What operators see of a process: {@code /health/live}, {@code /health/ready} and the admin API
 * under {@code /api}, served by {@link im.monarch.runtime.management.ManagementVerticle}.
 *
 * <p>Names are plain text here; the escaped forms of the wire stay inside.
 */
package im.monarch.runtime.management;
