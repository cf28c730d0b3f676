package org.yekuo.api.internal;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** The OpenAPI document: what every request needs, and the forms bodies are read as. */
@Configuration
class ApiDocument {

    private static final String BEARER = "bearer";

    private final Map<String, Schema<?>> nested = new ConcurrentHashMap<>();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(JsonBody.class);
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info().title("业扩 Yekuo").version("v1").description("业扩报装：从首次联系到归档。先以 POST /api/v1/tokens 取得令牌。"
                        + " / Carries an application for electricity from first contact to archive. Get a token by POST /api/v1/tokens first."
                        + " The shape of each stage's result is in docs/stages.md."))
                .components(new Components().addSecuritySchemes(BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer forms() {
        return (operation, method) -> {
            var takes = method.getMethodAnnotation(Takes.class);
            if (takes != null) {
                operation.requestBody(new RequestBody().required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(schema(takes.value())))));
            }
            boolean signsIn = method.getBeanType().getSimpleName().startsWith("Tokens");
            if (method.hasMethodAnnotation(PostMapping.class) && !signsIn) {
                operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(true).schema(new StringSchema().minLength(8).maxLength(128))
                        .description("重试时用同一个键，不会重复办理。 / A retry with the same key acts only once."));
            }
            operation.getResponses().addApiResponse("4xx", new ApiResponse().description(
                    "application/problem+json: code, violations[{rule, field, sentence, sentenceEn, clause}]"));
            return operation;
        };
    }

    /** The forms nested in bodies join the other schemas. */
    @Bean
    OpenApiCustomizer nestedForms() {
        return document -> nested.forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    private Schema<?> schema(Class<?> form) {
        var resolved = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(form).resolveAsRef(false));
        if (resolved != null) {
            resolved.referencedSchemas.forEach((name, part) -> nested.put(name, part));
        }
        var schema = resolved == null || resolved.schema == null ? new ObjectSchema() : resolved.schema;
        if (form.getSimpleName().equals("Frame")) {
            schema.addProperty("result", new ObjectSchema().description("docs/stages.md"));
        }
        return schema;
    }
}
