package im.monarch.domain.accounts;

import io.vertx.core.Future;

/** Random secrets that all processes of a service share, made when first asked for. */
public interface Secrets {

  /**
   * The secret called {@code name}; made of {@code bytes} random bytes and kept if there is none.
   *
   * @param name a constant of the asking code, {@code ticket-key}
   */
  Future<byte[]> obtain(String name, int bytes);
}
