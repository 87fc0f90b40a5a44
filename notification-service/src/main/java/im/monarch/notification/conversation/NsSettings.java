package im.monarch.notification.conversation;

import im.monarch.domain.clients.Products;
import im.monarch.domain.limits.Rate;
import im.monarch.runtime.config.ProfileSection;
import im.monarch.runtime.reception.Reception;
import java.time.Duration;

/**
 * What an operator decides about conversations.
 *
 * @param ping what QNG tells clients to wait
 * @param challenge whether clients are challenged after they have signed in
 * @param products what they are expected to answer
 * @param webHost where web pages of the service are, with a port if they need one
 * @param shields what clients of MSNP11 and later read about versions that are not let in, XML
 * @param renames how often one user may change their own name
 * @param switchboards how often one user may begin a conversation
 */
public record NsSettings(
    Reception reception,
    ProfileSection profile,
    Duration ping,
    boolean challenge,
    Products products,
    String webHost,
    String shields,
    Rate renames,
    Rate switchboards) {}
