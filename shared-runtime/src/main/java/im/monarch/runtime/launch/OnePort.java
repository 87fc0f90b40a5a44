package im.monarch.runtime.launch;

import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.Talk;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the roles of a process meet whose Messenger clients all come to one port. One role listens;
 * the others leave word which first commands are for them.
 */
public final class OnePort {

  private final Map<String, Talk<?, ?, ?, ?>> talks = new ConcurrentHashMap<>();
  private final Promise<HostPort> bound = Promise.promise();

  /** Clients that begin with one of {@code firstWords} are for {@code talk}. */
  public void offer(Set<String> firstWords, Talk<?, ?, ?, ?> talk) {
    firstWords.forEach(word -> talks.put(word, talk));
  }

  /** Who wants clients that begin with {@code firstWord}. */
  public Optional<Talk<?, ?, ?, ?>> talk(String firstWord) {
    return Optional.ofNullable(talks.get(firstWord));
  }

  /** Where clients come to; fails if they cannot. */
  public Future<HostPort> bound() {
    return bound.future();
  }

  /** For the role that listens. */
  public void listens(Future<HostPort> listening) {
    listening.onComplete(bound);
  }
}
