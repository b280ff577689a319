// The gateway on a small catalogue of its own, for tests of what it serves.
export { createTestGateway, type TestGateway, type TestGatewayOptions } from './create-test-gateway.js'
export { fillPlantedCatalogue, plantedFields } from './fill-planted-catalogue.js'
export { createTestClient, type TestClient } from './test-client.js'
