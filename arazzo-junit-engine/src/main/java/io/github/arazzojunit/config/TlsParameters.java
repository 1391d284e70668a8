package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The parameters of secure connections; the stores are read at once, so that a bad one is known before a request. */
final class TlsParameters {

    private static final char[] NO_PASSWORD = {};

    private final ParameterReader reader;
    private final EnvironmentVariables environment;

    private TlsParameters(ParameterReader reader, EnvironmentVariables environment) {
        this.reader = reader;
        this.environment = environment;
    }

    /** Empty when the defaults of the JVM apply. */
    static Optional<Tls> read(ParameterReader reader, EnvironmentVariables environment) {
        return new TlsParameters(reader, environment).read();
    }

    private Optional<Tls> read() {
        Optional<String> keyPassword = text(Constants.TLS_KEY_STORE_PASSWORD_PROPERTY_NAME);
        Optional<KeyStore> keys =
                store(Constants.TLS_KEY_STORE_PROPERTY_NAME, Constants.TLS_KEY_STORE_PASSWORD_PROPERTY_NAME);
        Optional<KeyStore> trusted =
                store(Constants.TLS_TRUST_STORE_PROPERTY_NAME, Constants.TLS_TRUST_STORE_PASSWORD_PROPERTY_NAME);
        if (keys.isEmpty() && trusted.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Null means the defaults of the JVM.
            KeyManager[] keyManagers = null;
            TrustManager[] trustManagers = null;
            if (keys.isPresent()) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(keys.get(), keyPassword.map(String::toCharArray).orElse(NO_PASSWORD));
                keyManagers = factory.getKeyManagers();
            }
            if (trusted.isPresent()) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(trusted.get());
                trustManagers = factory.getTrustManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers, trustManagers, null);
            return Optional.of(new Tls(context, keys.isPresent()));
        } catch (GeneralSecurityException e) {
            reader.reject(
                    Constants.TLS_KEY_STORE_PROPERTY_NAME,
                    text(Constants.TLS_KEY_STORE_PROPERTY_NAME).orElse(""),
                    "a key store whose keys open with its password (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private Optional<KeyStore> store(String key, String passwordKey) {
        Optional<String> file = text(key);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> path = path(file.get());
        if (path.isEmpty()) {
            reader.reject(key, file.get(), "an existing file, relative to the working directory");
            return Optional.empty();
        }
        Optional<String> password = text(passwordKey);
        if (password.isEmpty()) {
            reader.reject(passwordKey, "", "the password of " + file.get());
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(path.get())) {
            KeyStore store =
                    KeyStore.getInstance(file.get().toLowerCase(Locale.ROOT).endsWith(".jks") ? "JKS" : "PKCS12");
            store.load(content, password.get().toCharArray());
            return Optional.of(store);
        } catch (IOException e) {
            boolean wrongPassword = e.getCause() instanceof GeneralSecurityException;
            if (wrongPassword) {
                reader.reject(passwordKey, "***", "the password that opens " + file.get());
            } else {
                reader.reject(key, file.get(), "a key store in PKCS12 (.p12, .pfx) or JKS (.jks) format");
            }
        } catch (GeneralSecurityException e) {
            reader.reject(key, file.get(), "a key store that this JVM can read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        return reader.text(key)
                .map(text -> environment.replaceIn(key, text, reader))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
