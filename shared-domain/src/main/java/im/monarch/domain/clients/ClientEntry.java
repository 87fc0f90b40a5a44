package im.monarch.domain.clients;

import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.Lcid;
import java.util.Optional;

/**
 * One row of the client catalogue: which clients it is about, and what they are told.
 *
 * @param library {@code MSNMSGR}; case does not matter
 * @param system {@code winnt}; any system when absent
 * @param from lowest version the row is about; any when absent
 * @param to highest version the row is about, inclusive; any when absent
 * @param locale language and country; any when absent
 * @param offer what clients of this row are told
 */
public record ClientEntry(
    String library,
    Optional<String> system,
    Optional<ClientVersion> from,
    Optional<ClientVersion> to,
    Optional<Lcid> locale,
    Offer offer) {

  /**
   * The answer of a row. A version that is absent repeats the client's own, which every client
   * takes for "nothing to do".
   */
  public record Offer(
      Optional<String> recommended,
      Optional<String> maximum,
      Optional<String> minimum,
      String download,
      String fallback) {

    ClientRelease to(ClientVersion own) {
      var current = recommended.orElse(own.text());
      return new ClientRelease(
          current, maximum.orElse(current), minimum.orElse(own.text()), download, fallback);
    }
  }

  boolean isAbout(ClientDescription client) {
    return library.equalsIgnoreCase(client.library())
        && system.map(client.system()::equalsIgnoreCase).orElse(true)
        && from.map(version -> version.compareTo(client.version()) <= 0).orElse(true)
        && to.map(version -> version.compareTo(client.version()) >= 0).orElse(true)
        && locale.map(client.locale()::equals).orElse(true);
  }
}
