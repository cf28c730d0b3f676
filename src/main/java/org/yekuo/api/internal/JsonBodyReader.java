package org.yekuo.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yekuo.vocabulary.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's JSON, at most 1 MB of it; says where it is broken, and nothing of how it was read. */
@Component
class JsonBodyReader implements HandlerMethodArgumentResolver {

    static final int LARGEST = 1024 * 1024;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(60).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == JsonBody.class;
    }

    @Override
    public JsonBody resolveArgument(
            MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web, @Nullable WebDataBinderFactory binder) throws IOException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var type = request.getContentType();
        if (type == null || !isJson(type)) {
            throw new RefusedRequest(HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of(Violation.of("api.not-json", String.valueOf(type))));
        }
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new RefusedRequest(HttpStatus.CONTENT_TOO_LARGE, List.of(Violation.of("api.too-large", LARGEST / 1024 / 1024)));
        }
        return parse(bytes);
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }

    private JsonBody parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var tree = mapper.readTree(text);
            if (tree.isMissingNode()) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, List.of(Violation.of("api.empty-body")));
            }
            return new JsonBody(text, tree);
        } catch (CharacterCodingException e) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, List.of(Violation.of("api.not-utf8")));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new RefusedRequest(HttpStatus.BAD_REQUEST,
                    List.of(Violation.of("api.malformed-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr())));
        }
    }
}
