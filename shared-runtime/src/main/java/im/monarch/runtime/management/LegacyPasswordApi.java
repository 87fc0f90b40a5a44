package im.monarch.runtime.management;

import im.monarch.domain.accounts.Passwords.Verdict;
import im.monarch.domain.legacy.LegacySecret;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * {@code /api/accounts/{handle}/legacy-password}: whether an account may sign in with MSNP2 to
 * MSNP7, and with what. It cannot be read back.
 */
final class LegacyPasswordApi {

  static final String FIELD = "legacyPassword";
  static final String EXPECTED =
      "a text of 1 to " + LegacySecret.MAX_BYTES + " bytes that is not the password";

  private final Administration administration;

  LegacyPasswordApi(Administration administration) {
    this.administration = administration;
  }

  void put(RoutingContext context) {
    var fields = new Fields(context);
    var handle = fields.inPath(context, "handle", Handle::new);
    var secret = fields.required(FIELD, EXPECTED, LegacySecret::new);
    if (handle.isEmpty() || secret.isEmpty()) {
      Answers.refuse(context, fields);
      return;
    }
    isPassword(handle.get(), secret.get())
        .onSuccess(
            verdict -> {
              switch (verdict) {
                case Verdict.Right() -> Answers.refuse(context, fields.unusable(FIELD, EXPECTED));
                case Verdict.Wrong() -> change(context, handle.get(), secret);
                case Verdict.Busy() ->
                    Answers.refuse(context, 503, "too many logins at once, try again");
              }
            })
        .onFailure(fault -> Answers.away(context, fault));
  }

  /** Old clients say their secret in a way that can be guessed: it must not open the rest. */
  private Future<Verdict> isPassword(Handle handle, LegacySecret secret) {
    return administration
        .accounts()
        .passwordOf(handle)
        .compose(kept -> administration.passwords().verify(secret.text(), kept));
  }

  void delete(RoutingContext context) {
    var fields = new Fields(context);
    fields
        .inPath(context, "handle", Handle::new)
        .ifPresentOrElse(
            handle -> change(context, handle, Optional.empty()),
            () -> Answers.refuse(context, fields));
  }

  private void change(RoutingContext context, Handle handle, Optional<LegacySecret> secret) {
    administration
        .legacySecrets()
        .change(handle, secret)
        .onSuccess(
            changed -> {
              if (changed) {
                Answers.sendNothing(context);
              } else {
                AccountsApi.unknown(context, handle);
              }
            })
        .onFailure(fault -> Answers.away(context, fault));
  }
}
