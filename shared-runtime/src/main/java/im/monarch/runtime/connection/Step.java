package im.monarch.runtime.connection;

import java.util.List;

/**
 * What one request or one piece of news led to.
 *
 * @param next the state the following turn meets
 * @param messages what to tell this client, in order; written together
 */
public record Step<S, M>(S next, List<M> messages) {

  public Step {
    messages = List.copyOf(messages);
  }

  /** On to {@code next}, saying {@code messages}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <S, M> Step<S, M> to(S next, M... messages) {
    return new Step<>(next, List.of(messages));
  }
}
