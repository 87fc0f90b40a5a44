package im.monarch.runtime.management;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts.Registration;
import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** {@code /api/accounts}: who may sign in. */
final class AccountsApi {

  private static final int MAX_PASSWORD = 256;

  /** What POST asks for. */
  private record Newcomer(
      Handle handle, String password, FriendlyName name, Optional<LegacySecret> legacySecret) {}

  private final Administration administration;

  AccountsApi(Administration administration) {
    this.administration = administration;
  }

  void create(RoutingContext context) {
    var fields = new Fields(context);
    var newcomer = newcomer(fields);
    if (newcomer.isEmpty()) {
      Answers.refuse(context, fields);
      return;
    }
    register(newcomer.get())
        .onSuccess(
            registration -> {
              switch (registration) {
                case Registration.Registered(var account) -> show(context, 201, account);
                case Registration.AlreadyThere() ->
                    Answers.refuse(context, 409, "there is an account with this handle already");
              }
            })
        .onFailure(fault -> Answers.away(context, fault));
  }

  private static Optional<Newcomer> newcomer(Fields fields) {
    var handle =
        fields.required(
            "handle", "an address such as name@example.com, at most 129 bytes", Handle::new);
    var password =
        fields.required(
            "password", "a text of 1 to " + MAX_PASSWORD + " characters", AccountsApi::password);
    var name =
        fields.optional(
            "friendlyName",
            "a text of 1 to " + FriendlyName.MAX_BYTES + " escaped bytes",
            FriendlyName::ofPlain);
    var legacy =
        fields
            .optional(LegacyPasswordApi.FIELD, LegacyPasswordApi.EXPECTED, LegacySecret::new)
            .filter(secret -> isOther(fields, secret, password));
    return fields.areUsable()
        ? Optional.of(
            new Newcomer(
                handle.orElseThrow(),
                password.orElseThrow(),
                name.orElseGet(() -> FriendlyName.of(handle.orElseThrow())),
                legacy))
        : Optional.empty();
  }

  private static boolean isOther(Fields fields, LegacySecret secret, Optional<String> password) {
    boolean other = password.filter(secret.text()::equals).isEmpty();
    if (!other) {
      fields.unusable(LegacyPasswordApi.FIELD, LegacyPasswordApi.EXPECTED);
    }
    return other;
  }

  private static String password(String text) {
    if (text.isEmpty() || text.length() > MAX_PASSWORD) {
      throw new IllegalArgumentException("password length");
    }
    return text;
  }

  private Future<Registration> register(Newcomer newcomer) {
    return administration
        .passwords()
        .hash(newcomer.password())
        .compose(
            hash -> administration.accounts().register(newcomer.handle(), newcomer.name(), hash))
        .compose(
            registration ->
                registration instanceof Registration.Registered
                    ? withLegacySecret(newcomer).map(registration)
                    : Future.succeededFuture(registration));
  }

  private Future<Boolean> withLegacySecret(Newcomer newcomer) {
    return newcomer.legacySecret().isPresent()
        ? administration.legacySecrets().change(newcomer.handle(), newcomer.legacySecret())
        : Future.succeededFuture(true);
  }

  void read(RoutingContext context) {
    var fields = new Fields(context);
    var handle = fields.inPath(context, "handle", Handle::new);
    if (handle.isEmpty()) {
      Answers.refuse(context, fields);
      return;
    }
    administration
        .accounts()
        .find(handle.get())
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    account -> show(context, 200, account), () -> unknown(context, handle.get())))
        .onFailure(fault -> Answers.away(context, fault));
  }

  void delete(RoutingContext context) {
    var fields = new Fields(context);
    var handle = fields.inPath(context, "handle", Handle::new);
    if (handle.isEmpty()) {
      Answers.refuse(context, fields);
      return;
    }
    administration
        .accounts()
        .remove(handle.get())
        .onSuccess(
            removed -> {
              // also if it was gone before: by an attempt, perhaps, that nobody heard the end of
              administration.sessions().deliver(new News.AccountClosed(), List.of(handle.get()));
              if (removed) {
                Answers.sendNothing(context);
              } else {
                unknown(context, handle.get());
              }
            })
        .onFailure(fault -> Answers.away(context, fault));
  }

  private void show(RoutingContext context, int status, Account account) {
    administration
        .addressBook()
        .load(account.handle())
        .map(found -> found.map(roster -> AccountJson.of(account, roster)))
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    json -> show(context, status, json), () -> unknown(context, account.handle())))
        .onFailure(fault -> Answers.away(context, fault));
  }

  private static void show(RoutingContext context, int status, JsonObject account) {
    if (status == 201) {
      context.response().putHeader("Location", "/api/accounts/" + account.getString("handle"));
    }
    Answers.send(context, status, account);
  }

  static void unknown(RoutingContext context, Handle handle) {
    Answers.refuse(context, 404, "there is no account " + handle);
  }
}
