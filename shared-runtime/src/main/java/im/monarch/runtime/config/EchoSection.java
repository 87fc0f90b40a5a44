package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.Handle;
import java.util.Optional;

/**
 * The account that answers what it is told.
 *
 * @param handle none where there is no such account
 */
public record EchoSection(Optional<Handle> handle) {}
