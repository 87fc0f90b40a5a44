package im.monarch.domain.clients;

import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientRelease;
import java.util.List;
import java.util.Optional;

/**
 * What CVR and CVQ answer. A client that no row is about is not accepted (error 420).
 *
 * @param entries the first that fits decides
 */
public record ClientCatalogue(List<ClientEntry> entries) {

  public ClientCatalogue {
    entries = List.copyOf(entries);
  }

  /** What {@code client} is told, unless nobody knows it. */
  public Optional<ClientRelease> releaseFor(ClientDescription client) {
    return entries.stream()
        .filter(entry -> entry.isAbout(client))
        .findFirst()
        .map(entry -> entry.offer().to(client.version()));
  }
}
